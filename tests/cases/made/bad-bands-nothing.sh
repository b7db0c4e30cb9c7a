conv -g 'bandstop:0,0.5'
