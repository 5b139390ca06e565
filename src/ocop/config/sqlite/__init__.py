"""Django's SQLite for real use: no file is made in silence, a lock is waited for."""
