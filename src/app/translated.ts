/**
 * Browsers that translate a page wrap its text nodes in elements of their own, and React, which still knows the text nodes, then
 * fails to insert before them or to take them away. Here the wrapper stands for what it wraps; a node that is gone is let go.
 */
export function liveWithTranslation(prototype: Node = Node.prototype): void {
  const { insertBefore, removeChild } = prototype;
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    return insertBefore.call(this, node, before && childAround(this, before)) as T;
  };
  prototype.removeChild = function <T extends Node>(this: Node, node: T): T {
    const child = childAround(this, node);
    if (child) removeChild.call(this, child);
    return node;
  };
}

/** The child of `parent` that is the node or holds it; null where it lies elsewhere. */
function childAround(parent: Node, node: Node): Node | null {
  let at: Node | null = node;
  while (at && at.parentNode !== parent) at = at.parentNode;
  return at;
}
