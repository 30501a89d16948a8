/** Three strokes of a current. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth={3}
      strokeLinecap="round"
      aria-hidden
    >
      <path stroke="currentColor" d="M4 10.500c4-4.700 8-4.700 12 0s8 4.700 12 0" />
      <path stroke="#6fd0e2" d="M4 17.500c4-4.700 8-4.700 12 0s8 4.700 12 0" />
      <path stroke="#2f9cb5" d="M9.500 24c2.200-1.800 4.300-1.400 6.500.800s4.300 2.600 6.500.800" />
    </svg>
  );
}
