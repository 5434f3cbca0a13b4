// An account that strains the pages: long names, thirty decisions, a hundred people in one.
//
// Writes  deals.csv and contacts.csv as a CRM would export them

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ACCOUNT = "Rheinisch-Westfälische Verkehrsinfrastruktur- und Versorgungsgesellschaft mbH";
const TITLE = "Senior Vice President of Enterprise Transformation, Planning and Administration";
const ROLES = ["Decision Maker", "Economic Buyer", "Champion", "Influencer", "Technical Evaluator", "Approver"];

/// Writes the exports into `folder` and gives the account's name.
export function writeCrowd(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "deals.csv"), lines(deals()));
  writeFileSync(join(folder, "contacts.csv"), lines(contacts()));
  return ACCOUNT;
}

function deals() {
  const rows = [["deal_id", "deal_name", "account_name", "stage", "status", "close_date", "created_date", "amount"]];
  for (let n = 0; n < 30; n++) {
    const year = 2010 + Math.floor(n / 2);
    const month = n % 2 === 0 ? "03" : "09";
    const name = `Extension ${n + 1} of the company-wide scheduling and reporting agreement`;
    rows.push([`D${n}`, name, ACCOUNT, "Closed Won", "Won", `${year}-${month}-20`, `${year}-${month}-01`, "50000"]);
  }
  return rows;
}

function contacts() {
  const rows = [["contact_id", "deal_id", "account_name", "contact_name", "title", "role_in_deal", "email"]];
  for (let n = 0; n < 100; n++) {
    const name = `Maximiliane-Charlotte ${syllables(n)}-Wolkenstein-Trostburg`;
    const mail = `person.${n}@infrastruktur.example`;
    rows.push([`C${n}`, "D29", ACCOUNT, name, TITLE, ROLES[n % ROLES.length], mail]);
  }
  return rows;
}

/// A surname of its own for each number.
function syllables(n) {
  const parts = ["Ba", "De", "Fi", "Go", "Hu", "Ka", "Le", "Mi", "No", "Ru"];
  return `${parts[Math.floor(n / 10)]}${parts[n % 10].toLowerCase()}burg`;
}

function lines(rows) {
  return rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n") + "\n";
}
