## Petitions: nobody has to, and nobody asks for a reason

petitions-agreed = { NUMBER($agreed) } of { NUMBER($people) } who agreed to this court will write.
petitions-held = { $filed ->
    [0] Received so far: { NUMBER($held) }.
   *[other] Received so far: { NUMBER($held) }, of which filed with the court: { NUMBER($filed) }.
 }
next-petition-to-file = { $alias } · the petition that lies here should go to the court soon (hearing { DAY($hearing) })
petitions-name-of-pack = { $name } in the victim’s line is her pseudonym in the pack for the court that would be made here now. It may change when more people agree: compare it with the pack before they are submitted together.
petitions-only-seen = Only the cases that are shown are counted.
