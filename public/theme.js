// Before the first paint: the chosen theme. A file of its own because the page allows no inline script.
try {
  var chosen = JSON.parse(localStorage.getItem("hidden-state") || "{}").theme;
  if (chosen === "light" || chosen === "dark" || chosen === "projector")
    document.documentElement.dataset.theme = chosen;
} catch {
  // No storage: the system's theme.
}
// In another site's frame a page of the course does not open: somebody else's buttons could lie over it. One figure alone may stand there.
if (top !== self && !/\/embed(\/|\.html|\/index\.html)?$/.test(location.pathname))
  try {
    void top.location.href;
  } catch {
    document.documentElement.dataset.framed = "";
  }
