### Seals, time stamps, locked papers

paper-seal-intact = Not a letter was changed since it was sealed.
paper-seal-followed = What was sealed is as it was; only another seal or a time stamp was added.
paper-seal-replaced = Something was added or replaced after it was sealed. What is shown may differ from what was sealed. Do not trust this file.
paper-seal-partial = The seal covers only part of the file. The rest was never sealed. Do not trust this file.
paper-seal-changed = It was changed after it was sealed. Do not trust this file.
paper-stamp-intact = It existed at this time exactly as it is.
paper-stamp-followed = It is as it was at this time; only another seal or a time stamp was added.
paper-stamp-replaced = Something was added or replaced after the time stamp. Do not trust this file.
paper-stamp-partial = The time stamp covers only part of the file. Do not trust this file.
paper-stamp-changed = It was changed after the time stamp. Do not trust this file.

paper-proof-broken = This file is not what was sealed. Ask for it again where it came from, and keep this file as it is.
paper-proof-known = It is paper { $number }, exactly as it was issued here.
paper-proof-void = It is paper { $number }, issued here and void since.
paper-proof-unknown = No paper exactly like this file was issued here.
paper-proof-unsealed = There is no signature on it.
paper-proof-stranger = Whose certificate it is could not be checked. Choose the certificate of its issuer beside the file and check again.
paper-proof-waiting = The paper waits for its time stamp.

paper-terms-sealed = It is signed with the center's certificate. Whoever changes a letter later is found out.
paper-terms-by-hand = It is issued without a signature, to be printed and stamped by hand.
paper-terms-locked = Only who knows the passphrase opens it (AES-256). The passphrase is kept nowhere: hand it over on another way. If it is forgotten, the paper is issued again.
paper-terms-no-archive = A locked paper cannot be of the format for the long run (PDF/A) and is not marked as such.
paper-terms-archive = It is marked as PDF/A-2b, the format for the long run. No validator has confirmed that.
paper-terms-room = Room is left for a time stamp. Carry the request to a time-stamping authority on a stick, and bring its answer back.
paper-terms-pack = All papers of the pack are issued at once, with numbers that follow each other. If one of them cannot be saved, none is issued.
paper-terms-pack-room = Room for a time stamp is left in the list of what is submitted. The list has the hash of every file, so one stamp covers the whole pack. The request file goes to the authority on a stick.
