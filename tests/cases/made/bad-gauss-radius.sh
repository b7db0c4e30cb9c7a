conv -g 'gauss:2,truncate=3,radius=5'
