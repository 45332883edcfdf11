import { cx } from './cx.ts';
import './avatar.css';

export interface AvatarProps {
  readonly initials: string;
  /** 0 … 11, the seat's colour in tokens.css. */
  readonly hue: number;
  /** The member's name, where it does not stand beside the avatar; without it the avatar is decoration. */
  readonly name?: string | undefined;
  readonly size?: 'small' | 'large' | undefined;
  readonly away?: boolean | undefined;
}

/** A member as a disc with initials; dashed when away. */
export function Avatar({ initials, hue, name, size, away = false }: AvatarProps) {
  const className = cx('avatar', size && `avatar-${size}`, away && 'avatar-away');
  if (!name)
    return (
      <span className={className} data-hue={hue} aria-hidden="true">
        {initials}
      </span>
    );
  return (
    <span className={className} data-hue={hue} role="img" aria-label={name} title={name}>
      {initials}
    </span>
  );
}
