"""Records in and out (가져오기·내보내기): other people's sheets, and an open format of our own."""
