"""The demonstration province: invented casework at real places, built by calling the packages' acts."""
