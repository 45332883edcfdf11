import type { Words } from '../words.ts';

export const words: Words = {
  circleName: 'Círculo del martes',
  promises: {
    amira: `
Escribir una página de objetivos y enviársela a Dana | Dana marcó dos frases y dijo adelante
Preguntar a la decana qué busca la comisión | No me atreví | Veinte minutos, y fue amable
Nada de correo antes de las diez de la mañana | Cuatro días de diez | Ya casi todos | Aguanta
Hacer el borrador de la parte de relevancia, dos páginas | Una página, la buena | Hecho, en un tren
Decir que no a la segunda evaluación de este mes | Dicho en dos líneas
Leer en la biblioteca tres solicitudes financiadas | Son más cortas que la mía
Enviar el borrador entero a Chen y Bea | Las dos respuestas llegaron esa semana
Recortar el borrador de dieciocho páginas a doce | Catorce | Antes necesita otra figura
Hacer la figura de la que depende el borrador | Emeka la miró conmigo
Entregar la solicitud cuatro días antes del plazo | Entregada el jueves. Dormí
Tomarme libre el viernes siguiente, teléfono en un cajón | Caminé hasta el embalse
Hacer la lista de las cinco personas que podrían apoyar mi ascenso | Solo dos saben lo que hago
Escribir a dos de esas cinco | A una | Las dos contestaron
Planear la temporada de campo en una tarde | Con mis estudiantes, que fue mejor
Preguntar a Fatima cómo lleva las reuniones de su grupo | Ahora empezamos por lo que salió mal
Dar el seminario sin leer las diapositivas | Me tembló la voz un minuto y luego no
Escribir mi declaración docente, primera versión | Exámenes | Aún exámenes | Puede esperar al verano
Llamar a quien me dio mentoría en el antiguo laboratorio | Una hora, y un puesto que debería mirar
Descansar los dos días de un fin de semana | Uno y medio
Pasar los comentarios de la revisión a una tabla | Once puntos, solo tres difíciles
Responder a los tres puntos difíciles | Dos de tres | El tercero era un malentendido
Devolver la revisión
Reunir el expediente del ascenso en una carpeta
Pedir cartas a dos personas`,
    bea: `
Reservar dos mañanas a la semana para escribir | Una se mantuvo | Las dos, con la puerta cerrada
Averiguar quién decide los turnos de consulta | Es alguien que conozco
Pedir un día menos de consulta hasta junio | Estaba fuera | Sí, desde marzo
Terminar los métodos del artículo del asma | La mitad
Enviar el artículo a toda la lista de autores con una fecha | Respondieron siete de nueve
Salir de la planta antes de las seis, dos veces por semana | Una | Dos
Mandar el artículo del asma | Mandado desde el turno de noche
Preparar por escrito la conversación difícil con la residente | Bastaron cuatro frases
Tener esa conversación | Lloró, y luego hicimos un plan
Escribir el esquema del ensayo | Demasiado grande: antes la pregunta
Una frase que diga qué pregunta el ensayo | La versión de Hana es la que usamos
Llamar a estadística antes de que haya datos
Decir a qué reunión dejo de ir | A la del lunes. Nadie lo notó
Dormir antes de contestar a la revisión
Contestar a la revisión del artículo del asma | La primera | Las dos
Presentarme a la comisión de docencia
Dos páginas para la fundación
Pedir a Dana que las lea como si no me conociera | Encontró lo que faltaba`,
    chen: `
Presentarme a un sitio que me encantaría, no solo a los seguros | Dos
Reescribir el primer minuto de la charla para el puesto | Amira lo cronometró
Dar la charla a gente que no conoce el campo | Al círculo, un sábado
Preguntar a tres personas qué lleva un paquete de instalación | Una | Tres listas muy distintas
Anotar lo mínimo que aceptaría, y lo máximo
Preparar diez preguntas para la visita
Preguntar por la guardería antes de decidir y no después | Ya lo habían pensado
Dormir ocho horas antes de la visita | Siete
Responder a la oferta con tres deseos | Dos de tres concedidos
Decírselo bien a mi grupo de ahora | La semana estaba llena
Terminar la última medida antes de la mudanza | El criostato pierde | Lo terminará otra persona
Entregar el cuaderno de modo que se pueda leer
Hacer la lista de lo que debe saber mi primer estudiante la primera semana | Emeka añadió la mitad
Encontrar a quien hace allí los pedidos | Se llama Ruth
Escribir el primer proyecto al frente de un grupo, una página
Hacer a la semana una cosa que no sea física | Coro
Preguntar a mi amiga del coro cómo dirige sin gritar | Espera
Escribir el anuncio para el primer estudiante
Decir en la entrevista lo que no puedo ofrecer
Leer las bases de la beca hasta la última página | La página 40 importa
Decidir cómo se llama el grupo`,
    dana: `
Escribir a la oficina del programa con una sola pregunta | Me devolvieron la llamada
Partir el gran proyecto en dos que se sostengan solos | Sobre el papel
Dejar de abrir la tabla del presupuesto después de cenar
Pedir a Amira que sea dura con los objetivos | Lo fue
Conseguir la carta de apoyo de la empresa | Quieren abogados | Antes, pedírsela a una más pequeña
Pedir la carta a la empresa pequeña | Un día
Terminar la parte de los datos
Enviar el proyecto con una semana de margen | Cinco días
Hablar una vez con cada estudiante sin pantallas delante
Escribir dos notas de agradecimiento
Vaciar un estante de la cámara fría | | | Lo quiere hacer una estudiante
Invitar al seminario a alguien de la industria
Leer un libro que no tenga figuras
Planear qué hago si rechazan el proyecto | Dos planes, los dos aceptables
Decirlo en voz alta: quiero dirigir el centro | Nada menos que a mi director
Hacer el borrador de mi idea para el centro, tres páginas | Dos
Preguntar a Bea cómo trata con la junta
Enviar la idea del centro a dos personas que no estarán de acuerdo | Una se suma
Reescribir la página dos con lo que dijeron
Poner el centro en el orden del día de enero`,
    emeka: `
Escribir el capítulo de discusión, mal | Mal, pero ahí está
Enviar el capítulo cuatro a mi director con dos preguntas | Contestó las dos
Arreglar el análisis que me da miedo | | Encontré el error | No cambia nada
Quince minutos de escritura antes que nada | Nueve de catorce
Pedir la fecha de la defensa | En primavera
Encontrar a quien evalúe desde fuera | Dijo que sí
Ensayar la defensa con gente que no sea amable | El círculo lo fue
Descansar un día entero
Terminar las correcciones
Reservar la sala, la tarta y a mi madre
Buscar tres posdocs por los que me mudaría
Escribir a uno de esos laboratorios | Contestaron en una hora
Preguntar a Chen cómo se habla de dinero
Hacer del capítulo dos un artículo, solo el esquema
Enviar el esquema a mis dos directores
Decir a Lisboa en qué quiero trabajar
Visitar Lisboa | Tienen ventanas
Comparar las dos ofertas en una página
Decírselo a mi director antes de que se entere
Contestar a Lisboa`,
    hana: `
Decir al equipo que me mudo
Encontrar relevo para el grupo de divulgación | Son dos
Escribir cómo funciona de verdad el espectrómetro de masas
Pedir un presupuesto decente para la despedida | Está bien como está
Aprender veinte palabras a la semana
Publicar el resultado negativo | | Borrador
Visitar el sitio nuevo antes de firmar
Tener libre el martes también en el nuevo trabajo
Pasar a mis dos estudiantes con una carta cada uno
Empaquetar los libros que son míos
Despedirme de la máquina, con fotos
Escribir a cada persona del círculo cuando haya llegado`,
    fatima: `
Decir en tres frases lo que necesito de mi jefe
Escribir el primer artículo propio sin mi antiguo jefe | | Empezar por el corto
Hacer el esquema del artículo corto
Pedir el mismo sueldo que los otros dos | | Llevó cuatro minutos
Una tarde a la semana que sea mía
Mandar el artículo corto
Empezar el club de lectura de artículos | Vinieron seis
Pedir a Dana que me presente en la oficina del programa
Hacer el borrador de mi primer proyecto propio, una página
Dejar que otra persona arregle el congelador
Preparar la charla para el congreso de junio | Chen la escuchó dos veces
Escribir a las tres personas que conocí allí
Pedir a una de ellas que lea mis objetivos
Recortar la página del proyecto a lo que haría de todos modos
Enviar la página del proyecto a la oficina
Dos frases para mi charla de ascenso`,
  },
  milestones: [
    'El artículo del asma está aceptado | la frase única',
    'Un grupo propio, desde septiembre | el primer minuto de la charla | qué pedir',
    'Tesis defendida, sin correcciones de fondo | las preguntas difíciles',
    'Cuatro años para el proyecto del río | la página de objetivos | la figura',
    'El más pequeño de los dos proyectos',
    'Mi primer artículo en último lugar de la firma | decir que ya basta',
    'Conferencia plenaria en la sociedad',
  ],
  together: [
    'Primeros años por cuenta propia',
    'De la primera generación de la familia en la universidad, somos cuatro',
    'Hijos pequeños en casa, somos tres',
    'Un trabajo en grupo, con máquinas que se rompen',
    'Leer páginas de objetivos, con franqueza',
    'Hablar de dinero y de ofertas',
    'Escuchar charlas, con cronómetro',
    'Alguien que sepa de dinero y ofertas en el extranjero',
    'Que alguien lea mis objetivos antes que nadie',
    'Alguien que haya estado en una comisión de ascensos',
    'Alguien que se fue a la industria y volvió',
  ],
  parked: [
    '¿Cómo se le dice que no a la jefatura de un departamento?',
    'La autoría cuando se va un estudiante',
    '¿Qué hacemos con las revisiones poco amables?',
  ],
  goals: [
    'Entregar la solicitud del río y sentir orgullo de ella | Financiada. La página de objetivos fue el giro.',
    'Tener listo el expediente del ascenso en primavera',
    'Dos tardes a la semana sin trabajo',
    '¿Quiero dirigir un departamento, o solo que me lo pidan?',
  ],
  pigs: [
    'Solo me lo pidieron porque otra persona dijo que no | Te lo pidieron, y lo hiciste bien. Las dos cosas pueden ser ciertas',
    'Alguien de ciencia de verdad no necesitaría un círculo',
  ],
  strokes: [
    'Bea: «Haces la pregunta que luego todo el mundo apunta.»',
    'Emeka: «Defendí la tesis porque estabas en la segunda fila.»',
  ],
  notes: [
    'Nadie tenía más rango. Hablé más de lo que quería.',
    'Hacer preguntas más cortas.',
    'Aplaudieron. Recordaré las caras.',
  ],
};
