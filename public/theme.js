// Before the first paint: the chosen theme. A file of its own because the page allows no inline script.
try {
  var chosen = JSON.parse(localStorage.getItem("hidden-state") || "{}").theme;
  if (chosen === "light" || chosen === "dark" || chosen === "projector")
    document.documentElement.dataset.theme = chosen;
} catch {
  // No storage: the system's theme.
}
