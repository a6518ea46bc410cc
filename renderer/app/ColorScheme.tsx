import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useSettings } from './use-settings.ts';

/** Carries the theme setting over to the page; draws nothing. */
export function ColorScheme() {
  const { theme } = useSettings();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme]);
  return null;
}
