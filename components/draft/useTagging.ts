import { type KeyboardEvent, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { captionParts } from '../../lib/drafts/caption';
import { type TagBegun, tagAtCaret, tagsFor, withTag } from '../../lib/drafts/tag-at-caret';
import { useWords } from '../hooks/useWords';
import { useAnnounce } from '../ui/LiveRegion';
import { TagContext } from './useTagSources';

export interface Tagging {
  begun: TagBegun | undefined;
  offered: readonly string[];
  /** Which of them the arrows stand on; none until an arrow is pressed, so that Enter stays a new line. */
  active: number;
  listId: string;
  choose: (tag: string) => void;
}

/** Offers hashtags and mentions where they are begun: arrows go through them, Enter or Tab takes one, Escape closes. */
export function useTagging(value: string, onChange: (value: string) => void) {
  const { t } = useWords();
  const announce = useAnnounce();
  const sources = useContext(TagContext);
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number>(undefined);
  const listId = useId();
  const [begun, setBegun] = useState<TagBegun>();
  const [active, setActive] = useState(-1);

  const offered = useMemo(() => {
    if (!begun) return [];
    const kind = begun.mark === '#' ? 'hashtag' : 'mention';
    // What stands elsewhere in the text; not the one that is being written.
    const elsewhere = value.slice(0, begun.from) + value.slice(begun.to);
    const used = captionParts(elsewhere).flatMap((part) => (part.kind === kind ? [part.text.slice(1)] : []));
    return tagsFor(begun, begun.mark === '#' ? sources.hashtags : sources.mentions, used);
  }, [begun, value, sources]);

  const isOpen = offered.length > 0;
  const count = offered.length;
  useEffect(() => {
    if (isOpen) announce(t('compose_tags_offered', { count }));
  }, [isOpen, count, announce, t]);

  // After React has written the new text, which puts the caret at its end.
  useEffect(() => {
    if (caretAfter.current === undefined) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  const close = () => {
    setBegun(undefined);
    setActive(-1);
  };
  const choose = (tag: string) => {
    if (!begun) return;
    const made = withTag(value, begun, tag);
    caretAfter.current = made.caret;
    onChange(made.text);
    close();
    field.current?.focus();
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const chosen = offered[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
    // Escape would also close what is around the field.
    event.stopPropagation();
  };

  return {
    list: { begun, offered, active, listId, choose } satisfies Tagging,
    field: {
      ref: field,
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen && active >= 0 ? `${listId}-${active}` : undefined,
      onKeyDown: press,
      onBlur: close,
      /** Typing opens it; going elsewhere with the caret does not. */
      onInput: () => {
        const { value: text = '', selectionEnd = 0 } = field.current ?? {};
        setBegun(tagAtCaret(text, selectionEnd));
        setActive(-1);
      },
    } as const,
  };
}
