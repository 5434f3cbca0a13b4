// A browser, driven over its debugging protocol: no packages, one process, one page at a time.
//
// Reads   PROSOPON_BROWSER, else the first browser of the Chromium family on the path
//
// Only what the suite needs is here: open an address at a size, run a function
// in the page, press keys, print, and collect what went wrong meanwhile.

import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const STARTS_WITHIN_MS = 30_000;
const ANSWERS_WITHIN_MS = 30_000;

/// The path of a browser; nothing where there is none.
export function findBrowser() {
  if (process.env.PROSOPON_BROWSER) return process.env.PROSOPON_BROWSER;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return paths.find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/// A running browser.
export class Browser {
  static async start(path) {
    const folder = mkdtempSync(join(tmpdir(), "prosopon-browser-"));
    const args = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--hide-scrollbars", "--force-color-profile=srgb",
      `--user-data-dir=${folder}`, "--remote-debugging-port=0", "about:blank",
    ];
    const child = spawn(path, args, { stdio: ["ignore", "ignore", "pipe"] });
    const address = await addressOf(child);
    return new Browser(child, folder, await Wire.connect(address));
  }

  constructor(child, folder, wire) {
    Object.assign(this, { child, folder, wire });
  }

  async page() {
    const { targetId } = await this.wire.send("Target.createTarget", { url: "about:blank" });
    const attached = { targetId, flatten: true };
    const { sessionId } = await this.wire.send("Target.attachToTarget", attached);
    const page = new Page(this.wire, sessionId);
    for (const domain of ["Page", "Runtime", "Network", "Log"]) await page.send(`${domain}.enable`);
    return page;
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    await this.wire.send("Browser.close").catch(() => this.child.kill());
    await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the browser did not start")), STARTS_WITHIN_MS);
    let said = "";
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/DevTools listening on (ws:\/\/\S+)/);
      if (found) {
        clearTimeout(late);
        resolve(found[1]);
      }
    });
    child.once("exit", (code) => reject(new Error(`the browser ended with ${code}: ${said}`)));
  });
}

/// The line to the browser: calls with their answers, and events.
class Wire {
  static connect(address) {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(address);
      socket.addEventListener("open", () => resolve(new Wire(socket)));
      socket.addEventListener("error", () => reject(new Error("the browser does not answer")));
    });
  }

  constructor(socket) {
    this.socket = socket;
    this.n = 0;
    this.waiting = new Map();
    this.listeners = new Set();
    socket.addEventListener("message", ({ data }) => this.hear(JSON.parse(data)));
  }

  hear(message) {
    const call = this.waiting.get(message.id);
    if (!call) {
      for (const listener of this.listeners) listener(message);
      return;
    }
    this.waiting.delete(message.id);
    clearTimeout(call.late);
    if (message.error) call.reject(new Error(`${call.method}: ${message.error.message}`));
    else call.resolve(message.result);
  }

  send(method, params = {}, sessionId) {
    const id = ++this.n;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${method}: no answer`)), ANSWERS_WITHIN_MS);
      this.waiting.set(id, { resolve, reject, late, method });
      this.socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }
}

/// One page of the browser.
export class Page {
  constructor(wire, sessionId) {
    Object.assign(this, { wire, sessionId, problems: [] });
    wire.listeners.add((message) => message.sessionId === sessionId && this.note(message));
  }

  send(method, params) {
    return this.wire.send(method, params, this.sessionId);
  }

  note({ method, params }) {
    if (method === "Runtime.exceptionThrown") {
      this.problems.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    }
    if (method === "Log.entryAdded" && params.entry.level === "error") {
      this.problems.push(`${params.entry.text} ${params.entry.url ?? ""}`);
    }
    if (method === "Network.loadingFailed" && !params.canceled) this.problems.push(params.errorText);
  }

  waitFor(wanted) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${wanted} did not come`)), ANSWERS_WITHIN_MS);
      const listener = ({ sessionId, method }) => {
        if (sessionId !== this.sessionId || method !== wanted) return;
        clearTimeout(late);
        this.wire.listeners.delete(listener);
        resolve();
      };
      this.wire.listeners.add(listener);
    });
  }

  /// How the page is shown: size, colours, medium, scripts.
  async look({ width = 1280, height = 900, scheme = "light", media = "screen", scripts = true } = {}) {
    const size = { width, height, deviceScaleFactor: 1, mobile: width < 600 };
    await this.send("Emulation.setDeviceMetricsOverride", size);
    const features = [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ];
    await this.send("Emulation.setEmulatedMedia", { media, features });
    await this.send("Emulation.setScriptExecutionDisabled", { value: !scripts });
  }

  /// Opens an address and gives what went wrong while it loaded.
  async open(url) {
    this.problems = [];
    const loaded = this.waitFor("Page.loadEventFired");
    const { errorText } = await this.send("Page.navigate", { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await loaded;
    return this.problems;
  }

  /// Runs a function in the page and gives what it returns.
  async run(action, ...args) {
    const expression = `(${action})(...${JSON.stringify(args)})`;
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? "threw");
    return result.value;
  }

  /// Waits until a function in the page says so.
  async until(isSo, ...args) {
    const latest = Date.now() + ANSWERS_WITHIN_MS;
    while (!(await this.run(isSo, ...args))) {
      if (Date.now() > latest) throw new Error(`it never came that ${isSo} (${args})`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /// Runs a script in the page.
  async define(source) {
    const { exceptionDetails } = await this.send("Runtime.evaluate", { expression: source });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? "threw");
  }

  /// Presses a key and lets it go.
  async press(key, code = key, text) {
    const which = { Tab: 9, Enter: 13, Escape: 27 }[key];
    const event = { key, code, windowsVirtualKeyCode: which, text };
    await this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", ...event });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event, text: undefined });
  }

  /// Presses a key that leads to another page.
  async pressAndLoad(key, code, text) {
    const loaded = this.waitFor("Page.loadEventFired");
    await this.press(key, code, text);
    await loaded;
  }

  /// A picture of the whole page, or of what fits on the screen.
  async picture({ whole = true } = {}) {
    const { data } = await this.send("Page.captureScreenshot", { captureBeyondViewport: whole });
    return Buffer.from(data, "base64");
  }
}
