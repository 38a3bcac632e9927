import {
  Alert,
  Badge,
  Button,
  Card,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Loader,
  type MantineColorsTuple,
  Modal,
  ModalHeader,
  Notification,
  Paper,
  PasswordInput,
  Skeleton,
  TextInput,
  Tooltip,
} from '@mantine/core';

/*
 * How Clipyard looks, in one place: colours, type, spacing, corners, and the defaults of components. Warm stone for what
 * is always there, one green for what can be done, amber and red for what needs somebody. Text of every colour here
 * reaches 4.5:1 on the surfaces it is meant for; the browser tests check that.
 */
const stone: MantineColorsTuple = [
  '#f7f6f2',
  '#efede7',
  '#e4e1d9',
  '#d5d1c6',
  '#bab5a8',
  '#918b7f',
  '#6a655b',
  '#514d45',
  '#393631',
  '#22201d',
];

const night: MantineColorsTuple = [
  '#ebe8e1',
  '#cfcbc1',
  '#b0aba0',
  '#7f7a70',
  '#45423c',
  '#36332e',
  '#272521',
  '#1e1c19',
  '#171614',
  '#100f0e',
];

const pine: MantineColorsTuple = [
  '#e8f5f0',
  '#d0e9df',
  '#a3d3c1',
  '#74bca3',
  '#4fa98b',
  '#339879',
  '#1f8266',
  '#126b53',
  '#0c5643',
  '#074033',
];

const amber: MantineColorsTuple = [
  '#fdf4e3',
  '#fae7c3',
  '#f4d08d',
  '#edb853',
  '#e7a42a',
  '#d48f14',
  '#b0730a',
  '#8a5806',
  '#6d4504',
  '#503202',
];

const clay: MantineColorsTuple = [
  '#fdf0ed',
  '#fadcd6',
  '#f2b8ad',
  '#ea9080',
  '#e27060',
  '#d4523f',
  '#b93d2b',
  '#972f20',
  '#792519',
  '#591a11',
];

const sky: MantineColorsTuple = [
  '#eaf3fa',
  '#d3e5f3',
  '#a7cae6',
  '#77add8',
  '#5095cb',
  '#357fb8',
  '#24689c',
  '#1a537f',
  '#134165',
  '#0c2d47',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: { gray: stone, dark: night, pine, amber, clay, sky },
  black: '#22201d',
  fontFamily:
    "'Inter Variable', Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  radius: { xs: '4px', sm: '7px', md: '10px', lg: '14px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(34 32 29 / 0.05)',
    sm: '0 1px 3px rgb(34 32 29 / 0.07), 0 4px 14px rgb(34 32 29 / 0.04)',
    md: '0 2px 6px rgb(34 32 29 / 0.08), 0 12px 32px rgb(34 32 29 / 0.09)',
  },
  components: {
    Alert: Alert.extend({ defaultProps: { radius: 'md', variant: 'light' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 } }),
    Button: Button.extend({ defaultProps: { fw: 600 } }),
    Card: Card.extend({
      defaultProps: { radius: 'lg', padding: 'var(--cy-room)', withBorder: true },
      styles: { root: { background: 'var(--cy-surface)', borderColor: 'var(--cy-line)' } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { radius: 'xs' } }),
    Loader: Loader.extend({ defaultProps: { type: 'dots' } }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 'lg',
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    // Its <header> is no banner of the page.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'none' } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

/** The tokens that our own style sheets use; `--cy-...` and nothing else has a colour. */
export const tokens: CSSVariablesResolver = (made) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': made.colors.gray?.[6] ?? '',
    '--mantine-color-default-border': made.colors.gray?.[3] ?? '',
    '--mantine-color-placeholder': made.colors.gray?.[6] ?? '',
    '--mantine-color-anchor': made.colors.pine?.[7] ?? '',
    '--mantine-color-error': made.colors.clay?.[6] ?? '',
    '--cy-canvas': made.colors.gray?.[0] ?? '',
    '--cy-rail': made.colors.gray?.[1] ?? '',
    '--cy-surface': '#ffffff',
    '--cy-line': made.colors.gray?.[2] ?? '',
    '--cy-quiet': made.colors.gray?.[6] ?? '',
    '--cy-field': made.colors.gray?.[5] ?? '',
    '--cy-chosen': '#ffffff',
    '--cy-chosen-text': made.colors.pine?.[8] ?? '',
    '--cy-attention': made.colors.amber?.[5] ?? '',
    '--cy-shine': 'rgb(18 107 83 / 0.07)',
  },
  dark: {
    '--mantine-color-body': made.colors.dark?.[7] ?? '',
    '--mantine-color-dimmed': made.colors.dark?.[2] ?? '',
    '--mantine-color-default-border': made.colors.dark?.[4] ?? '',
    '--mantine-color-placeholder': made.colors.dark?.[2] ?? '',
    '--mantine-color-anchor': made.colors.pine?.[3] ?? '',
    '--mantine-color-error': made.colors.clay?.[3] ?? '',
    '--cy-canvas': made.colors.dark?.[8] ?? '',
    '--cy-rail': made.colors.dark?.[9] ?? '',
    '--cy-surface': made.colors.dark?.[7] ?? '',
    '--cy-line': made.colors.dark?.[5] ?? '',
    '--cy-quiet': made.colors.dark?.[2] ?? '',
    '--cy-field': made.colors.dark?.[3] ?? '',
    '--cy-chosen': made.colors.dark?.[6] ?? '',
    '--cy-chosen-text': made.colors.pine?.[2] ?? '',
    '--cy-attention': made.colors.amber?.[4] ?? '',
    '--cy-shine': 'rgb(116 188 163 / 0.07)',
  },
});
