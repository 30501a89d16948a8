import { PasswordInput, type PasswordInputProps, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const PASSWORD_MIN = 10;

/**
 * From 0 to 4. Length counts most; kinds of characters and repetition a little. Only a hint for the person:
 * the server decides.
 */
export function strength(password: string): number {
  if (password.length === 0) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((each) => each.test(password)).length;
  const variety = new Set(password).size / password.length;
  const points = password.length * (0.55 + 0.15 * kinds) * (0.5 + variety / 2);
  const grade = points < 8 ? 1 : points < 12 ? 2 : points < 18 ? 3 : 4;
  return password.length < PASSWORD_MIN ? Math.min(grade, 2) : grade;
}

const COLORS = ['gray', 'red', 'amber', 'river', 'green'];

/** A new password, with how strong it is while it is typed. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('identity');
  const grade = strength(String(props.value ?? ''));
  return (
    <div>
      <PasswordInput
        label={t('field.newPassword')}
        description={t('field.passwordRule', { count: PASSWORD_MIN })}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
        {...props}
      />
      {grade > 0 && (
        <>
          <Progress value={grade * 25} color={COLORS[grade] ?? 'gray'} size={4} mt={8} aria-hidden />
          <Text size="xs" c="dimmed" mt={4} role="status">
            {t(`strength.${grade as 1 | 2 | 3 | 4}`)}
          </Text>
        </>
      )}
    </div>
  );
}
