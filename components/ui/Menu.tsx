import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Icon, type IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { menuPlace } from './menu-place.ts';
import { menuTarget } from './menu-target.ts';
import './menu.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Set apart from what stands above it by a line. */
  readonly apart?: boolean | undefined;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** The name of the button and of the menu ("More for Thursday circle"). */
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly size?: 'small' | undefined;
  /** At least one; labels differ. */
  readonly items: readonly MenuItem[];
}

/**
 * A menu button after the ARIA practice: arrows, Home, End, first letters, Escape, and the focus back on the
 * button. The browser's popover gives the top layer and closes it on a press elsewhere. Written here because
 * the headless menu we could have had weighs 131 KiB (44 KiB zipped), two thirds of React itself.
 */
export function Menu({ label, icon = 'more', size, items }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // A list has a menu in each row: its items are drawn when somebody asks for them.
  const [drawn, setDrawn] = useState(false);
  const id = useId();

  const buttons = () => [...(menu.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];

  const show = (start: 'first' | 'last') => {
    if (!menu.current || !button.current) return;
    flushSync(() => setDrawn(true));
    menu.current.showPopover();
    const place = menuPlace(button.current.getBoundingClientRect(), menu.current.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    });
    menu.current.style.left = `${place.left}px`;
    menu.current.style.top = `${place.top}px`;
    buttons()
      .at(start === 'first' ? 0 : -1)
      ?.focus();
  };

  const hide = () => {
    menu.current?.hidePopover();
    button.current?.focus();
  };

  // A place measured once is wrong after the window changes: put it away.
  useEffect(() => {
    if (!open) return;
    const away = () => menu.current?.hidePopover();
    addEventListener('resize', away);
    return () => removeEventListener('resize', away);
  }, [open]);

  const keyDown = (event: KeyboardEvent) => {
    const all = buttons();
    if (event.key === 'Tab') {
      hide();
      return;
    }
    const at = all.findIndex((one) => one.matches(':focus'));
    const target = menuTarget(
      event.key,
      at,
      all.map((one) => one.textContent ?? ''),
    );
    if (target === undefined) return;
    event.preventDefault();
    all[target]?.focus();
  };

  return (
    <span className="menu-host">
      <IconButton
        ref={button}
        icon={icon}
        size={size}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        onClick={(event) => {
          event.preventDefault();
          if (open) hide();
          else show('first');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      />
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="menu"
        onKeyDown={keyDown}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {(drawn ? items : []).map((item) => (
          <Fragment key={item.label}>
            {item.apart ? <hr className="menu-line" /> : null}
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="menu-item"
              data-danger={item.danger ? '' : undefined}
              aria-disabled={item.disabled ? true : undefined}
              onClick={() => {
                if (item.disabled) return;
                hide();
                item.onSelect();
              }}
            >
              {item.icon ? <Icon name={item.icon} /> : null}
              {item.label}
            </button>
          </Fragment>
        ))}
      </div>
    </span>
  );
}
