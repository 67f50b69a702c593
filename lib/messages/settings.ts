import * as z from 'zod/mini';
import { Settings, SettingsChange } from '../settings/settings';

export const settingsQuestions = {
  'settings.read': { body: z.void(), answer: Settings },
  'settings.change': { body: SettingsChange, answer: Settings },
};
