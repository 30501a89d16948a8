import { describe, expect, it } from 'vitest';
import { strength } from './PasswordField';
import { deviceOf } from './settings/account';

describe('the strength of a password', () => {
  it('grows with its length and kinds of characters', () => {
    expect(strength('')).toBe(0);
    expect(strength('kot')).toBe(1);
    expect(strength('Kot w butach 7')).toBeGreaterThanOrEqual(3);
    expect(strength('cztery rowery przy starym młynie')).toBe(4);
  });

  it('is never good while the password is too short or one character over and over', () => {
    expect(strength('aB3$xY7!z')).toBeLessThanOrEqual(2);
    expect(strength('aaaaaaaaaaaa')).toBeLessThan(3);
  });
});

describe('a device', () => {
  it('is named by its browser and system', () => {
    expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140 Safari/537 Edg/140')).toBe(
      'Edge · Windows',
    );
    expect(deviceOf('Mozilla/5.0 (iPhone; like Mac OS X) Version/18 Mobile Safari/604')).toBe(
      'Safari · iPhone',
    );
  });

  it('has no name when its browser says nothing known', () => {
    expect(deviceOf('curl/8')).toBeNull();
    expect(deviceOf(null)).toBeNull();
  });
});
