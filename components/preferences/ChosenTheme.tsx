import { ask } from '../../lib/messages/client';
import { useAsked } from '../hooks/useAsked';
import { useTheme } from '../shell/useTheme';

const load = () => ask('settings.read', undefined);

/** Puts a page into the theme the person chose. Shows nothing itself. */
export function ChosenTheme() {
  useTheme(useAsked(load).value?.theme);
  return null;
}
