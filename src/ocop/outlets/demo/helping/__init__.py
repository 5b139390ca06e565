"""Help, press and ideas of a year from rows of data,
for the year of a former province and for that of today's.
"""
