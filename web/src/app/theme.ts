import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';

/** Deep water: the one accent colour. */
const river: MantineColorsTuple = [
  '#ecf8fa',
  '#d8eff4',
  '#aedfe9',
  '#80cbda',
  '#52b3c7',
  '#2f97ae',
  '#17788f',
  '#0d6479',
  '#0b4f60',
  '#093c4a',
];

/** Neutrals with a drop of the river in them; index 6 reads on white at 4.5 to 1. */
const gray: MantineColorsTuple = [
  '#f6f9fa',
  '#eef3f4',
  '#e2e9eb',
  '#d0dadd',
  '#b3c0c5',
  '#8796a0',
  '#5d6d76',
  '#45535b',
  '#2c383f',
  '#182227',
];

const dark: MantineColorsTuple = [
  '#dbe4e7',
  '#b6c4ca',
  '#94a5ad',
  '#677a84',
  '#3b4c55',
  '#2c3b43',
  '#1d2a31',
  '#131d23',
  '#0e161b',
  '#090f13',
];

const green: MantineColorsTuple = [
  '#eaf7f0',
  '#d3eede',
  '#a6dcbd',
  '#75c79a',
  '#4bb27b',
  '#2f9c65',
  '#1f8152',
  '#176b43',
  '#115434',
  '#0b3d26',
];

const red: MantineColorsTuple = [
  '#fdf0ee',
  '#fadfdb',
  '#f3bdb5',
  '#ea968a',
  '#e07264',
  '#d25546',
  '#b93f31',
  '#9c3227',
  '#7c271f',
  '#5c1c16',
];

const amber: MantineColorsTuple = [
  '#fdf6e7',
  '#faebc8',
  '#f4d792',
  '#edc05a',
  '#e3a930',
  '#c98d16',
  '#9a690b',
  '#7f5609',
  '#644407',
  '#493104',
];

export const theme = createTheme({
  primaryColor: 'river',
  primaryShade: { light: 7, dark: 6 },
  colors: { river, gray, dark, green, red, amber, yellow: amber, teal: river },
  fontFamily:
    '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.25' },
      h2: { fontSize: '18px', lineHeight: '1.3' },
      h3: { fontSize: '15px', lineHeight: '1.35' },
      h4: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '11px', xl: '16px' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  shadows: {
    xs: '0 1px 2px rgb(9 40 50 / 6%)',
    sm: '0 1px 2px rgb(9 40 50 / 7%), 0 2px 6px rgb(9 40 50 / 5%)',
    md: '0 2px 4px rgb(9 40 50 / 6%), 0 8px 20px rgb(9 40 50 / 9%)',
    lg: '0 4px 8px rgb(9 40 50 / 6%), 0 16px 36px rgb(9 40 50 / 13%)',
    xl: '0 8px 16px rgb(9 40 50 / 8%), 0 28px 60px rgb(9 40 50 / 18%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 90 } } },
    Modal: {
      defaultProps: {
        yOffset: '9vh',
        transitionProps: { duration: 120 },
        overlayProps: { color: '#06222b', backgroundOpacity: 0.42 },
        radius: 'lg',
      },
      styles: {
        title: { fontSize: '15px', fontWeight: 650 },
        content: { background: 'var(--n-raised)', border: '1px solid var(--n-line)' },
        header: { background: 'transparent' },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Drawer: {
      defaultProps: {
        transitionProps: { duration: 140 },
        overlayProps: { color: '#06222b', backgroundOpacity: 0.42 },
      },
      styles: { title: { fontSize: '15px', fontWeight: 650 } },
    },
    InputWrapper: { styles: { label: { marginBottom: 4 }, description: { marginBottom: 2 } } },
    Select: { defaultProps: { checkIconPosition: 'right', comboboxProps: { shadow: 'md' } } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 550 } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});

/** Where Mantine's own greys would fall under 4.5 to 1. Surfaces and lines are in `tokens.css`. */
export const cssVariables: CSSVariablesResolver = (from) => ({
  variables: {},
  light: {
    '--mantine-color-text': from.colors.gray?.[9] ?? '',
    '--mantine-color-dimmed': from.colors.gray?.[6] ?? '',
    '--mantine-color-placeholder': '#6b7a83',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': from.colors.gray?.[3] ?? '',
    '--mantine-color-error': from.colors.red?.[6] ?? '',
  },
  dark: {
    '--mantine-color-text': from.colors.dark?.[0] ?? '',
    '--mantine-color-dimmed': from.colors.dark?.[2] ?? '',
    '--mantine-color-placeholder': '#8798a1',
    '--mantine-color-body': from.colors.dark?.[7] ?? '',
    '--mantine-color-default-border': from.colors.dark?.[4] ?? '',
    '--mantine-color-error': from.colors.red?.[3] ?? '',
    '--mantine-color-green-light': 'rgb(117 199 154 / 15%)',
    '--mantine-color-green-light-hover': 'rgb(117 199 154 / 21%)',
    '--mantine-color-green-light-color': '#93d8b1',
    '--mantine-color-red-light': 'rgb(234 150 138 / 15%)',
    '--mantine-color-red-light-hover': 'rgb(234 150 138 / 21%)',
    '--mantine-color-red-light-color': '#f3b1a7',
    '--mantine-color-amber-light': 'rgb(237 192 90 / 14%)',
    '--mantine-color-amber-light-hover': 'rgb(237 192 90 / 20%)',
    '--mantine-color-amber-light-color': '#f0cc7c',
    '--mantine-color-gray-light': 'rgb(182 196 202 / 12%)',
    '--mantine-color-gray-light-hover': 'rgb(182 196 202 / 18%)',
    '--mantine-color-gray-light-color': '#c6d2d7',
    '--mantine-color-river-light': 'rgb(111 203 221 / 14%)',
    '--mantine-color-river-light-hover': 'rgb(111 203 221 / 20%)',
    '--mantine-color-river-light-color': '#9bdde9',
  },
});

export const colorSchemeManager = localStorageColorSchemeManager({ key: 'nurt.theme' });
