import { useTyped } from '../hooks/useTyped';
import { TextArea } from '../ui/Field';

interface TemplateFieldProps {
  label: string;
  template: string;
  onChange: (template: string) => void;
}

export function TemplateField({ label, template, onChange }: TemplateFieldProps) {
  return <TextArea label={label} maxLength={2_200} {...useTyped(template, onChange)} />;
}
