from tests.forms.replay import recorded_sessions

collect_ignore = [] if recorded_sessions() else ["test_replay.py"]
