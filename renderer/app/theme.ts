import {
  ActionIcon,
  Alert,
  Button,
  createTheme,
  Modal,
  Table,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** Cool greys: the dark surfaces of Mantine's own palette are a warm mid-grey that tires in a dense log. */
const dark: MantineColorsTuple = [
  '#d7dce3',
  '#b4bcc8',
  '#98a2b1',
  '#6b7686',
  '#3a434f',
  '#2b323c',
  '#1f252d',
  '#181d24',
  '#12161c',
  '#0c0f14',
];

const accent: MantineColorsTuple = [
  '#e9f3fb',
  '#d2e4f3',
  '#a3c8e6',
  '#71aadb',
  '#4891d1',
  '#2f81cb',
  '#1f72bd',
  '#1564a8',
  '#0f568f',
  '#08426f',
];

/** Dense, calm: 13 px text, small corners, no motion for those who ask for none. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  colors: { dark, accent },
  defaultRadius: 'sm',
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.375rem', lg: '0.5rem', xl: '0.75rem' },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.125rem' },
  spacing: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'default' }, classNames: { root: 'notice' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, multiline: true, maw: '28rem' } }),
    Modal: Modal.extend({
      defaultProps: { transitionProps: { duration: 120 }, centered: true },
      styles: { title: { fontSize: '1rem', fontWeight: 600 } },
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: '0.25rem', horizontalSpacing: 'sm' } }),
  },
});

/** Mantine's dimmed and error texts fall short of 4.5:1 on these surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545d69',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f568f',
    '--mantine-color-placeholder': '#626c79',
  },
  dark: {
    '--mantine-color-dimmed': '#a3adba',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-anchor': '#8fc2ee',
    '--mantine-color-placeholder': '#98a2b1',
    '--mantine-color-body': '#12161c',
    '--mantine-color-text': '#d7dce3',
  },
});
