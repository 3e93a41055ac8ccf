### Accidents: what happened, what was kept, and what to do next

accident-forked = Records of “{ $device }” of { $center } went on separately on two computers (it seems to have been copied). All { NUMBER($count) } entries of both were kept.
accident-forked-next = Tell that center to empty one of the two computers and to enrol it as a new one.
accident-forked-mine = Ask IT whether this computer was ever copied; one of the two should be emptied and enrolled anew. The records go on as they are.
accident-gap = Part of the records of “{ $device }” of { $center } has not come yet. Everything that came was kept.
accident-gap-next = The receipt names what is missing, and it comes again with the next bundle. There is nothing to do.
accident-clock = The clock of “{ $device }” of { $center } was about { $days ->
    [0] { NUMBER($hours) } hours
   *[other] { NUMBER($days) } days
    } ahead. Its { NUMBER($count) } entries were kept as they are, and marked.
accident-clock-next = Set that computer’s clock; then a supervisor of that center can put the times right.
accident-newer = { NUMBER($count) ->
    [one] One entry written by a newer Ieum is
   *[other] { NUMBER($count) } entries written by a newer Ieum are
    } waiting. Not a letter is lost.
accident-newer-next = Once Ieum is updated on this computer it reads them by itself.
accident-aside = { NUMBER($count) ->
    [one] One entry
   *[other] { NUMBER($count) } entries
    } by { $center } about another center’s case { NUMBER($count) ->
    [one] was
   *[other] were
    } set aside, and not added to the case.
accident-aside-next = Ask the center whose case it is. If the case was handed over, it is settled when that bundle comes.

## On the page Send and receive

accidents-title = What was noticed
accidents-help = No record was lost. Here is what happened and what to do next.
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
