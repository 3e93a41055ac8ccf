### Legal hold

next-hold-over = The day of the legal hold on case { $number } has passed. Lift the hold, or set another day.
hold-ground = Ground of the hold
hold-authority = Court or authority
hold-until = Until (empty: until lifted)
hold-supervisor = A hold is laid and lifted by a supervisor.
hold-anew = Say the hold anew
hold-stands = Legal hold: { $ground }
hold-stands-by = laid by { $by } on { $on }
hold-stands-until = until { $until }
hold-stands-open = until it is lifted
hold-ended = The day of the hold has passed. Still, nothing is destroyed before a supervisor lifts it.
hold-sharing = Even under a hold, taking a consent back stops the sharing.
hold-held-title = Cases under a legal hold
hold-held-help = They are not destroyed when their years are over. Those whose day has passed come first.
hold-held-none = No case is under a legal hold.
hold-day-wrong = Write today or a later day, as in 2027-03-01.
retention-open-held-name = Case { $number } under a hold: look at destruction
