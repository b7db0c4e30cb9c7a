conv -g 'box:ms'
