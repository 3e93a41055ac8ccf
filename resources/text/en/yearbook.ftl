## Tables of the yearly report

yearbook-name = Tables of the yearly report (A–G)
yearbook-help = The tables of the yearly report, with a row for each year. No case and no person is in them, and small numbers are hidden as on the screen.
yearbook-first = First year
yearbook-last = Last year
yearbook-form = Form of the file
yearbook-xlsx = XLSX
yearbook-csv = CSV (zip)
yearbook-save = Save the yearly tables
