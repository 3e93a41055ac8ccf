## Petitions: nobody has to, and nobody asks for a reason

petitions-agreed = { NUMBER($agreed) } of { NUMBER($people) } who agreed to this court will write.
next-petition-to-file = { $alias } · the petition that lies here should go to the court soon (hearing { $hearing })
