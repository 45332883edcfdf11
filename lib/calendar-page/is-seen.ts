/** Whether people can see an element: pages keep what they have put away. */
export const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
