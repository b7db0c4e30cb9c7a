conv -g 'box:5q'
