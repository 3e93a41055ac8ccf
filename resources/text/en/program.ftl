# This program: its signed list of files, and the page about it
progress-program-files = Looking through the program's files
