import * as v from 'valibot';
import { LOCALES } from '#i18n/catalogue.ts';

export const VIEWS = ['device', 'light', 'dark', 'contrast'] as const;

/** What a form brings to choose a language, or how pages look. */
export const LANGUAGE = v.picklist(LOCALES, 'field.choose');
export const VIEW = v.picklist(VIEWS, 'field.choose');
