import { useState } from 'react';
import { fillTemplate, templateFields } from '../../lib/drafts/caption';
import type { Settings, SettingsChange } from '../../lib/settings/settings';
import { readSite } from '../../lib/settings/sites';
import { useWords } from '../hooks/useWords';
import { Button, IconButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { TextField } from '../ui/Field';
import { TemplateField } from './TemplateField';

export interface PreferenceProps {
  settings: Settings;
  change: (change: SettingsChange) => void;
}

/** How captions begin: one template for all, and others for single sites. */
export function CaptionCard({ settings, change }: PreferenceProps) {
  const { t } = useWords();
  const [site, setSite] = useState('');
  const host = readSite(site);
  const sites = Object.entries(settings.siteTemplates);
  const add = () => {
    if (!host) return;
    change({ siteTemplates: { [host]: settings.captionTemplate, ...settings.siteTemplates } });
    setSite('');
  };
  return (
    <Card title={t('options_captions')}>
      <p className="preference-soft">
        {t('options_captions_text')} {templateFields.map((field) => `{${field}}`).join(' ')}
      </p>
      <TemplateField
        label={t('options_template')}
        template={settings.captionTemplate}
        onChange={(captionTemplate) => change({ captionTemplate })}
      />
      <Example template={settings.captionTemplate} />
      {sites.map(([name, template]) => (
        <div key={name} className="preference-row">
          <TemplateField
            label={t('options_template_of', { site: name })}
            template={template}
            onChange={(changed) => change({ siteTemplates: { ...settings.siteTemplates, [name]: changed } })}
          />
          <IconButton
            icon="trash"
            label={t('options_remove_template', { site: name })}
            onClick={() =>
              change({ siteTemplates: Object.fromEntries(sites.filter(([other]) => other !== name)) })
            }
          />
        </div>
      ))}
      <form
        className="preference-row"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('options_site')}
          placeholder="shop.example"
          value={site}
          onChange={(event) => setSite(event.currentTarget.value)}
        />
        <Button type="submit" icon="plus" disabled={!host || Object.hasOwn(settings.siteTemplates, host)}>
          {t('options_add_template')}
        </Button>
      </form>
    </Card>
  );
}

/** The template filled with a page everybody can imagine. */
function Example({ template }: { template: string }) {
  const { t } = useWords();
  const filled = fillTemplate(template, {
    title: t('options_example_title'),
    description: t('options_example_description'),
    hashtags: ['handmade', 'pottery'],
    author: 'Fern & Clay',
    handle: '@fern.and.clay',
    url: 'https://shop.example/vase',
  });
  return (
    <figure className="preference-example">
      <figcaption className="preference-soft">{t('options_example')}</figcaption>
      <p>{filled}</p>
    </figure>
  );
}
