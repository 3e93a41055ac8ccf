"""What each case adds to every table, kept beside the register (지닌 셈): derived, never said."""
