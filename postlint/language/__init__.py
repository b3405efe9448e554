"""What postlint knows of Dutch and English, without any opinion of risk."""
