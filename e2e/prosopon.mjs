// The program under test: a made-up company, served.
//
// Reads   PROSOPON_BIN         the program (default: `prosopon` on the path)
//         PROSOPON_E2E_WORKSPACE   a workspace with answers (default: a demo made for the suite)
// Writes  a temporary folder, removed at the end

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SERVES_WITHIN_MS = 30_000;

/// A workspace and the pages over it.
export class Prosopon {
  /// Serves the workspace given from outside, a demo, or what `write` puts into a folder.
  static async start({ write } = {}) {
    const program = process.env.PROSOPON_BIN ?? "prosopon";
    const folder = mkdtempSync(join(tmpdir(), "prosopon-e2e-"));
    const say = (...args) => execFileSync(program, [...args, "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
    let workspace = process.env.PROSOPON_E2E_WORKSPACE;
    if (write) {
      workspace = join(folder, "workspace");
      write(join(folder, "exports"));
      say("init", "--no-input", "--workspace", workspace);
      say("import", join(folder, "exports"), "--workspace", workspace);
      say("build", "--workspace", workspace);
    } else if (!workspace) {
      say("demo", "--no-serve", "--accounts", "12", "--dir", join(folder, "demo"));
      workspace = join(folder, "demo", "workspace");
    }
    const args = ["serve", "--workspace", workspace, "--address", "127.0.0.1:0"];
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    const base = await addressOf(child);
    return new Prosopon(program, workspace, folder, child, base);
  }

  constructor(program, workspace, folder, child, base) {
    Object.assign(this, { program, workspace, folder, child, base });
  }

  /// Runs a command on the workspace.
  run(...args) {
    const all = ["--workspace", this.workspace, "--quiet", ...args];
    return execFileSync(this.program, all, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  }

  /// Asks for a stop as Ctrl-C does, and gives how it ended.
  async stop() {
    const ended = new Promise((resolve) => this.child.once("exit", (code) => resolve(code)));
    this.child.kill("SIGINT");
    const code = await ended;
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("nothing is served")), SERVES_WITHIN_MS);
    let said = "";
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/serving (http:\/\/\S+)/);
      if (found) {
        clearTimeout(late);
        resolve(found[1]);
      }
    });
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}
