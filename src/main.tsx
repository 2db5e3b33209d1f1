import { hydrateRoot } from "react-dom/client";
import { Router } from "wouter";
import { App } from "./app/App.tsx";
import { loadPage } from "./app/routes.ts";
import "./ui/styles/index.css";

// Hosts may serve the site from a folder: Vite's base is the router's base.
const base = import.meta.env.BASE_URL.replace(/\/$/, "");
const start = await loadPage(location.pathname.slice(base.length), location.hash.slice(1));
hydrateRoot(
  document.getElementById("root")!,
  <Router base={base}>
    <App start={start} />
  </Router>,
);
