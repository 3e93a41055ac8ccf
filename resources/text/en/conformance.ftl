# The test whether another program keeps our formats: ieum conformance.

conformance-passed = pass
conformance-failed = FAIL
conformance-other = expected { $expected }, got { $got }
conformance-trouble = { $why ->
    [silent] It did not answer in time and was ended.
    [ended] It ended before it answered.
    [no-start] It could not be started.
    [nonsense] What it answered is not an answer.
    [too-many] It answered more than it was asked.
    [too-much] It wrote without end and was ended.
    [exit-code] It did not end with exit code 0.
   *[other] It was not asked any more: it had been started twice without one answer.
    }
conformance-summary = { $cases } cases, { $failed } failed
