### Accidents: what happened, what was kept, and what to do next

next-accidents = { NUMBER($count) ->
    [one] Something was noticed.
   *[other] { NUMBER($count) } things were noticed.
    } “Exchange” says what to do.
notice-clock-behind = The date of this computer is in a year that is over. The records are safe and you can go on with interviews. Please set date and time to today.
accident-span = { $years ->
    [0] { $days ->
        [0] { $hours ->
            [one] about one hour
           *[other] about { NUMBER($hours) } hours
            }
       *[other] about { NUMBER($days) } days
        }
   *[other] about { NUMBER($years) } years
    }

accident-restored = The records of this computer were put back to { $when ->
    [none] an earlier state
   *[other] the backup of { $when }
    } and go on from there. Everything that was restored is here.
accident-restored-next = What was written after that and sent is with the other laptops and the central desk. Write and send as usual: it comes back as you receive. What was never sent does not come back; please write it again as you remember it.
accident-forked = Records of “{ $device }” of { $center } went on separately on two computers (it seems to have been copied). All { NUMBER($count) } entries of both were kept.
accident-forked-next = Telephone that center. One of the two computers should be emptied and enrolled as a new one; then press “Dealt with”.
accident-forked-mine = The records of this computer went on separately on two computers (it seems to have been copied whole). All { NUMBER($count) } entries of both were kept, and this computer goes on by itself.
accident-forked-mine-next = You can go on with your interview. Together with IT, empty the other computer and enrol it anew by “Add to a center that is in use”; then press “Dealt with”.
accident-gap = Part of the records of “{ $device }” of { $center } has not come yet. Everything that came was kept.
accident-gap-next = The receipt names what is missing, and it comes again with the next bundle. There is nothing to do.
accident-gap-mine-next = What this computer wrote and sent is coming back. The rest comes with the next bundle. There is nothing to do.
accident-clock = The clock of “{ $device }” of { $center } seems to have been { $span } { $way ->
    [behind] behind
   *[other] ahead
    }. Its entries ({ NUMBER($count) }) were kept as they are, and marked.
accident-clock-next = Tell that center to set the computer’s date and time. A supervisor of that center can put the times right under “Exchange”.
accident-clock-ours-next = First see whether the clock of this computer is right (it says { $now }). If so, set the date and time of the other one; then a supervisor presses “Put times right”.
accident-clock-mine = Entries of this computer ({ NUMBER($count) }) say a time { $span } { $way ->
    [behind] earlier
   *[other] later
    } than its clock says now. Not a letter of them was changed.
accident-clock-mine-next = First see whether the clock of this computer is right (it says { $now }). If not, set date and time first. If it is, a supervisor presses “Put times right”.
accident-behind = The clock of this computer stands at { $now }, a date that is over. What you wrote is kept as it is, and you can go on with interviews.
accident-behind-next = Please set the date and time of the computer to today. If it goes back again, ask IT to look at the clock’s battery.
accident-newer = { NUMBER($count) ->
    [one] One entry written by a newer Ieum is
   *[other] { NUMBER($count) } entries written by a newer Ieum are
    } waiting. Not a letter is lost.
accident-newer-next = Once Ieum is updated on this computer it reads them by itself. Ask IT for the new version.
accident-aside = { NUMBER($count) ->
    [one] One entry
   *[other] { NUMBER($count) } entries
    } by { $center } about another center’s case { NUMBER($count) ->
    [one] was
   *[other] were
    } set aside, and not added to the case.
accident-aside-next = Ask the center whose case it is. If the case was handed over, it is settled when that bundle comes.
accident-settle = Dealt with
accident-settled = Noted as dealt with. If it goes on, you are told again.

## On the page Send and receive

accidents-title = What was noticed
accidents-help = What happened, what was kept, and what to do next.
clock-fix = Put times right
clock-fix-title = Put the times of “{ $device }” right
clock-fix-help = Not a letter of what was written changes, only when it was written. Who put it right, and when, is kept.
clock-fix-do = Put right
clock-fixing = Putting times right
clock-fixed = The times were put right.
clock-way = The clock of that computer was
clock-way-ahead = ahead
clock-way-behind = behind
clock-days = Days
clock-hours = Hours
clock-moves-earlier = { NUMBER($count) ->
    [one] The time of one entry moves earlier
   *[other] The times of { NUMBER($count) } entries move earlier
    } by { NUMBER($days) } d { NUMBER($hours) } h.
clock-moves-later = { NUMBER($count) ->
    [one] The time of one entry moves later
   *[other] The times of { NUMBER($count) } entries move later
    } by { NUMBER($days) } d { NUMBER($hours) } h.
clock-moves-not = Please give in numbers how far off it was.
send-returns = { NUMBER($count) ->
    [one] One record of theirs that they may have lost goes
   *[other] { NUMBER($count) } records of theirs that they may have lost go
    } back to them.
received-nobody = Sender unknown
received-nobody-next = It was left as it is, and the other bundles were taken in. If you expected one, telephone whoever was to send it. If it happens again, tell IT.
