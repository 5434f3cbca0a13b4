// Every kind of page in a real browser: it loads clean, reads without a script,
// fits a telephone, prints, and can be used with the keyboard alone.
//
// Run by `.ci/e2e`, or: node --experimental-websocket --test e2e/pages.test.mjs

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { Browser, findBrowser } from "./browser.mjs";
import { writeCrowd } from "./crowd.mjs";
import { Prosopon } from "./prosopon.mjs";

const WIDE = { width: 1280, height: 900 };
const TELEPHONE = { width: 390, height: 844 };
const LONGEST = { timeout: 600_000 };

const browserPath = findBrowser();
const lacking = browserPath ? false : "no browser of the Chromium family is on the path";

/// The rules of axe, where `npm ci` could fetch them.
function axeSource() {
  try {
    return readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  } catch {
    return undefined;
  }
}

describe("pages", { skip: lacking, ...LONGEST }, () => {
  let prosopon, browser, page, addresses;

  before(async () => {
    prosopon = await Prosopon.start();
    browser = await Browser.start(browserPath);
    page = await browser.page();
    addresses = await findAddresses();
  });

  after(async () => {
    await browser?.stop();
    await prosopon?.stop();
  });

  const open = (address) => page.open(prosopon.base + address);
  const links = (start) => page.run((start) => {
    const all = [...document.querySelectorAll("main a")].map((link) => link.getAttribute("href"));
    return all.filter((href) => href.startsWith(start));
  }, start);

  /// One address of each kind of page, found by following links from the first.
  async function findAddresses() {
    await page.look(WIDE);
    const found = ["/", "/accounts", "/personas", "/files", "/files?state=refused", "/issues"];
    await open("/accounts");
    const accounts = await links("/accounts/acc_");
    let account, chips;
    for (account of accounts) {
      await open(account);
      chips = await links(`${account}?show=hld_`);
      if (chips.length > 0) break;
    }
    assert.ok(chips?.length > 0, "no account has a part that can be opened");
    const [decision] = await links("/decisions/");
    const [person] = await links("/people/");
    found.push(account, `${account}?as_of=2024-06-30`, chips[0].split("#")[0], decision, person);
    const holding = chips[0].match(/hld_[0-9a-f]+/)[0];
    await open(`/evidence/${holding}`);
    const claims = await links("/evidence/clm_");
    found.push(`/evidence/${holding}`, claims[0]);
    await open(claims[0]);
    found.push(...(await links("/evidence/rec_")).slice(0, 1));
    await open("/personas");
    found.push(...(await links("/personas/")).slice(0, 1), ...(await links("/evidence/stm_")).slice(0, 1));
    await open("/files");
    found.push(...(await links("/evidence/file_")).slice(0, 1));
    found.push("/nowhere", `/evidence/clm_${"0".repeat(32)}`);
    return [...new Set(found.filter(Boolean))];
  }

  const isRefusal = (address) => address === "/nowhere" || address.endsWith("0".repeat(32));

  test("load without an error, in both colours and both sizes", async () => {
    for (const scheme of ["light", "dark"]) {
      for (const size of [WIDE, TELEPHONE]) {
        await page.look({ ...size, scheme });
        for (const address of addresses) {
          const problems = await open(address);
          // The browser itself remarks on an answer that is 404.
          const own = problems.filter((text) => !(isRefusal(address) && text.includes("404")));
          assert.deepEqual(own, [], `${address} ${scheme} ${size.width}`);
        }
      }
    }
  });

  test("have one heading of the first level, landmarks and labelled controls", async () => {
    await page.look(WIDE);
    for (const address of addresses) {
      await open(address);
      const found = await page.run(() => {
        const count = (what) => document.querySelectorAll(what).length;
        const isNamed = (control) =>
          control.labels?.length > 0 || control.getAttribute("aria-label") || control.textContent.trim();
        const controls = [...document.querySelectorAll("input, select, textarea, button")];
        return {
          h1: count("h1"),
          landmarks: ["header", "nav[aria-label]", "main", "footer"].map((what) => count(`body ${what}`) > 0),
          nameless: controls.filter((control) => !isNamed(control)).map((control) => control.outerHTML),
          language: document.documentElement.lang,
          title: document.title.length > 0,
        };
      });
      const wanted = { h1: 1, landmarks: [true, true, true, true], nameless: [], language: "en", title: true };
      assert.deepEqual(found, wanted, address);
    }
  });

  test("fit a telephone without scrolling sideways", async () => {
    await page.look(TELEPHONE);
    for (const address of addresses) {
      await open(address);
      const [needed, given] = await page.run(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      assert.ok(needed <= given, `${address} needs ${needed} of ${given} pixels`);
    }
  });

  test("say the same without a script", async () => {
    for (const address of addresses) {
      const said = [];
      for (const scripts of [true, false]) {
        await page.look({ ...WIDE, scripts });
        await open(address);
        await page.look(WIDE);
        said.push(await page.run(() => document.querySelector("main").innerText));
      }
      assert.ok(said[0].length > 20, address);
      assert.equal(said[1], said[0], address);
    }
  });

  test("break no rule of WCAG 2.2 A and AA that axe can check", async (context) => {
    const source = axeSource();
    if (!source) return context.skip("axe-core is not installed: `npm ci --prefix e2e` fetches it");
    for (const scheme of ["light", "dark"]) {
      for (const size of [WIDE, TELEPHONE]) {
        await page.look({ ...size, scheme });
        for (const address of addresses) {
          await open(address);
          await page.define(source);
          const broken = await page.run(checkWithAxe);
          assert.deepEqual(broken, [], `${address} ${scheme} ${size.width}`);
        }
      }
    }
  });

  test("open the evidence by keyboard and close it with Escape", async () => {
    await page.look(WIDE);
    const address = addresses.find((each) => each.startsWith("/accounts/acc_") && !each.includes("?"));
    await open(address);
    const focused = () => page.run(() => {
      const { id, className, tagName } = document.activeElement;
      return { id, className, tagName };
    });
    let at = await focused();
    for (let n = 0; n < 200 && !at.className.includes("chip"); n++) {
      await page.press("Tab");
      at = await focused();
    }
    assert.match(at.id, /^hld_/, "Tab reaches a chip");
    await page.pressAndLoad("Enter", "Enter", "\r");
    assert.ok(await page.run(() => document.querySelector(".drawer") !== null), "Enter opens it");
    await page.until((name) => document.activeElement.className.includes(name), "drawer");
    await page.pressAndLoad("Escape");
    assert.ok(await page.run(() => document.querySelector(".drawer") === null), "Escape closes it");
    await page.until((id) => document.activeElement.id === id, at.id);
  });

  test("print without navigation and with whole tables", async () => {
    for (const address of addresses) {
      await page.look({ ...WIDE, media: "print" });
      await open(address);
      const found = await page.run(() => {
        const isShown = (what) => [...document.querySelectorAll(what)].some((each) => each.offsetParent !== null);
        const clipped = [...document.querySelectorAll(".scroll, .cast-scroll")].filter(
          (each) => getComputedStyle(each).overflowX !== "visible",
        );
        return { navigation: isShown("nav, .find, .pager, .drawer-bar, .as-of"), clipped: clipped.length };
      });
      assert.deepEqual(found, { navigation: false, clipped: 0 }, address);
    }
  });

  test("say when a newer build is there", async () => {
    await page.look(WIDE);
    await open("/");
    const run = await (await fetch(`${prosopon.base}/run`)).text();
    const isSaid = () => page.run(() => {
      document.dispatchEvent(new Event("visibilitychange"));
      return !document.querySelector("#newer p").hidden;
    });
    assert.equal(await isSaid(), false);
    prosopon.run("build", "--as-of", "2026-07-01", "--without-personas");
    // The server looks for itself, so nothing is restarted; the page asks the server.
    await page.until(() => {
      document.dispatchEvent(new Event("visibilitychange"));
      return !document.querySelector("#newer p").hidden;
    });
    assert.notEqual(await (await fetch(`${prosopon.base}/run`)).text(), run);
  });
});

describe("an account that strains the page", { skip: lacking, ...LONGEST }, () => {
  let prosopon, browser, page, address;

  before(async () => {
    prosopon = await Prosopon.start({ write: writeCrowd });
    browser = await Browser.start(browserPath);
    page = await browser.page();
    await page.look(WIDE);
    await page.open(`${prosopon.base}/accounts`);
    address = await page.run(() => document.querySelector("main td a").getAttribute("href"));
  });

  after(async () => {
    await browser?.stop();
    await prosopon?.stop();
  });

  test("fits every size, and its names stay while decisions scroll", async () => {
    for (const size of [WIDE, { width: 768, height: 1024 }, TELEPHONE]) {
      await page.look(size);
      assert.deepEqual(await page.open(prosopon.base + address), []);
      const found = await page.run(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const cast = document.querySelector(".cast-scroll");
        const left = () => document.querySelector(".cast tbody tr:nth-child(2) .name").getBoundingClientRect().left;
        const places = [0, cast.scrollWidth].map((x) => {
          cast.scrollLeft = x;
          return Math.round(left());
        });
        const n_columns = document.querySelectorAll(".cast thead .col").length;
        return { fits: scrollWidth <= clientWidth, stays: places[0] === places[1], n_columns };
      });
      assert.deepEqual(found, { fits: true, stays: true, n_columns: 31 }, `${size.width}`);
    }
  });

  test("begins with the newest decisions in sight", async () => {
    await page.look(WIDE);
    await page.open(prosopon.base + address);
    const isInSight = () => {
      const { left, right } = [...document.querySelectorAll(".cast thead .col")].at(-1).getBoundingClientRect();
      return left >= 0 && right <= document.documentElement.clientWidth;
    };
    assert.ok(await page.run(isInSight));
  });
});

/// Runs axe in the page and gives what is broken, briefly.
async function checkWithAxe() {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await window.axe.run(document, { runOnly: tags });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
