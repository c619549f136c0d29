const typed = ['string:xs:string', 'date:xs:dateTime', 'int:xs:long', 'float:xs:double', 'boolean:xs:boolean', 'id:xs:string'].map((one) => one.split(/:(.*)/) as [string, string]);

const attributeTypes = typed.map(([name, type]) => `
  <xs:complexType name="${name}Attribute"><xs:complexContent><xs:extension base="keyed">
    <xs:attribute name="value" type="${type}" use="required"/>
  </xs:extension></xs:complexContent></xs:complexType>`).join('');

/**
 * XML Schema of XES: what may stand where, in which order, and of which type a value is. Written down from IEEE 1849-2016, clause 5, which is not
 * free to copy, in the namespace of the standard, as whoever validates a file has it. Compared with the published XSD, which has no namespace: types and order are the
 * same, and this one lets less through. It has no lists, no events outside of a trace, at most two globals, and these say their scope: what fits here fits there.
 */
export const xesSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.xes-standard.org/" targetNamespace="http://www.xes-standard.org/" elementFormDefault="qualified">
  <xs:group name="attribute"><xs:choice>${typed.map(([name]) => `<xs:element name="${name}" type="${name}Attribute"/>`).join('')}</xs:choice></xs:group>
  <xs:complexType name="attributable"><xs:group ref="attribute" minOccurs="0" maxOccurs="unbounded"/></xs:complexType>
  <xs:complexType name="keyed"><xs:complexContent><xs:extension base="attributable">
    <xs:attribute name="key" type="xs:Name" use="required"/>
  </xs:extension></xs:complexContent></xs:complexType>${attributeTypes}
  <xs:complexType name="extension">
    <xs:attribute name="name" type="xs:NCName" use="required"/><xs:attribute name="prefix" type="xs:NCName" use="required"/>
    <xs:attribute name="uri" type="xs:anyURI" use="required"/>
  </xs:complexType>
  <xs:complexType name="global"><xs:complexContent><xs:extension base="attributable">
    <xs:attribute name="scope" type="xs:NCName" use="required"/>
  </xs:extension></xs:complexContent></xs:complexType>
  <xs:complexType name="classifier">
    <xs:attribute name="name" type="xs:NCName" use="required"/><xs:attribute name="scope" type="xs:NCName"/>
    <xs:attribute name="keys" type="xs:token" use="required"/>
  </xs:complexType>
  <xs:complexType name="trace"><xs:sequence>
    <xs:group ref="attribute" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="event" type="attributable" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType>
  <xs:element name="log"><xs:complexType><xs:sequence>
    <xs:element name="extension" type="extension" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="global" type="global" minOccurs="0" maxOccurs="2"/>
    <xs:element name="classifier" type="classifier" minOccurs="0" maxOccurs="unbounded"/>
    <xs:group ref="attribute" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="trace" type="trace" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
    <xs:attribute name="xes.version" type="xs:decimal" use="required"/><xs:attribute name="xes.features" type="xs:token"/>
  </xs:complexType></xs:element>
</xs:schema>`;
