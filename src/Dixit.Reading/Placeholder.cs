namespace Dixit.Reading;
