interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 4;

/**
 * Where a menu goes, in px of the window: below its button and lined up with the button's end; above it where
 * there is no room below; always inside the window.
 */
export function menuPlace(button: Box, menu: Size, window: Size): { left: number; top: number } {
  const below = button.bottom + GAP;
  const above = button.top - GAP - menu.height;
  const top = below + menu.height <= window.height || above < GAP ? below : above;
  const rightmost = window.width - menu.width - GAP;
  const left = button.right - menu.width >= GAP ? button.right - menu.width : button.left;
  return {
    left: Math.max(GAP, Math.min(left, rightmost)),
    top: Math.max(GAP, Math.min(top, window.height - menu.height - GAP)),
  };
}
