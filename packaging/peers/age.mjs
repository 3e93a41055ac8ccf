// A peer for the tests: npm age-encryption as a streaming filter.
//   node age.mjs seal <recipient>…   < plain  > sealed
//   node age.mjs open <identity>     < sealed > plain
//   node age.mjs seal-passphrase <passphrase> | open-passphrase <passphrase>
//   node age.mjs recipient <identity>  |  node age.mjs identity
import { Readable, Writable } from "node:stream";
import * as age from "age-encryption";

const [what, ...args] = process.argv.slice(2);

function sealer() {
  const sealing = new age.Encrypter();
  if (what === "seal") for (const recipient of args) sealing.addRecipient(recipient);
  else sealing.setScryptWorkFactor(10), sealing.setPassphrase(args[0]);
  return sealing.encrypt(Readable.toWeb(process.stdin));
}

function opener() {
  const opening = new age.Decrypter();
  if (what === "open") for (const identity of args) opening.addIdentity(identity);
  else opening.addPassphrase(args[0]);
  return opening.decrypt(Readable.toWeb(process.stdin));
}

if (what === "identity") process.stdout.write(await age.generateHybridIdentity());
else if (what === "recipient") process.stdout.write(await age.identityToRecipient(args[0]));
else await (await (what.startsWith("seal") ? sealer() : opener())).pipeTo(Writable.toWeb(process.stdout));
