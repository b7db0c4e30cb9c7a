# needs: /usr/bin/python3
rates.py images
